import type { Check } from './examined.ts';
import { findingsOf } from './finding.ts';

/** Somebody is told when something fails. */
export const checkAlarms: Check = {
  name: 'alarms',
  async run({ configuration: { profile } }) {
    const told = findingsOf('alarms');
    const { email } = profile.alarms;
    if (email !== null) {
      return [told.ok(`${email} is told, once they confirm what AWS sends them first`)];
    }
    return [
      told.warning(
        'alarms, the budget and failed trainings are told to nobody',
        `set alarms.email in config/${profile.env}.ts, or give it: npx strata deploy --alarm-email, npx cdk deploy -c alarmEmail=`,
      ),
    ];
  },
};
