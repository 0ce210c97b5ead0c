import { loadConfiguration } from '../../config/load-profile.ts';

test('who is told of alarms can be named at deployment', () => {
  const given = loadConfiguration('staging', '.', { alarmEmail: 'ops@example.com' });
  expect(given.profile.alarms.email).toBe('ops@example.com');
  expect(loadConfiguration('staging').profile.alarms.email).toBeNull();
});

test('what is no address is refused before anything is made', () => {
  expect(() => loadConfiguration('dev', '.', { alarmEmail: 'ops' })).toThrow('alarms.email');
});
