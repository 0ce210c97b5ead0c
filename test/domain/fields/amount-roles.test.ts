import { amountRoles } from '../../../lambda/domain/fields/amount-roles.ts';

describe('amount roles', () => {
  it('finds net, tax and total where the printed rate joins them', () => {
    const roles = amountRoles('19 % MwSt', ['100.00', '19.00', '119.00', '7.50']);
    expect(Object.fromEntries(roles)).toEqual({
      '100.00': new Set(['printed net']),
      '19.00': new Set(['printed tax']),
      '119.00': new Set(['printed total']),
    });
  });

  it('takes no share for a tax that no member state levies', () => {
    expect(amountRoles('', ['100.00', '60.00', '160.00']).size).toBe(0);
  });
});
