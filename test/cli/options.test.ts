import { ROLES } from '../../lambda/access.ts';
import { parseCaller } from '../../cli/options.ts';

test.each([
  ['ada', { name: 'ada', roles: ROLES }],
  ['ada:auditor', { name: 'ada', roles: ['auditor'] }],
  ['a@b.org:reviewer, approver', { name: 'a@b.org', roles: ['reviewer', 'approver'] }],
])('serve --as %j is %j', (text, caller) => {
  expect(parseCaller(text)).toEqual(caller);
});

test.each([
  '',
  ':auditor',
  'ada:',
  'ada:root',
  'ada:auditor:x',
  'a da',
  'ada:auditor,',
])('serve --as %j is refused and told the roles', (text) => {
  expect(() => parseCaller(text)).toThrow('reader, reviewer, operator, approver, auditor');
});
