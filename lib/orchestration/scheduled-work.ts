import { Duration } from 'aws-cdk-lib/core';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { pascal } from '../shared/pascal.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Every declared schedule of the sides that are deployed, as a function that its own rule starts. */
export class ScheduledWork extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { assets, configuration, deadLetters } = strataStackOf(this);
    const { sides } = configuration.profile;
    for (const { name, does, everyMinutes } of assets.steps.all) {
      if (everyMinutes === undefined) continue;
      if (name.startsWith('llmops-') ? !sides.llmops : name.startsWith('mlops-') && !sides.mlops) {
        continue;
      }
      const every = Duration.minutes(everyMinutes);
      const work = new StrataFunction(this, pascal(name), { name });
      new Rule(this, `${pascal(name)}Rule`, {
        description: does,
        schedule: Schedule.rate(every),
        targets: [
          // The next turn does what this one did not.
          new LambdaFunction(work.function, {
            deadLetterQueue: deadLetters,
            retryAttempts: 0,
            maxEventAge: every,
          }),
        ],
      });
    }
  }
}
