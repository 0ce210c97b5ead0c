import type { Construct } from 'constructs';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { ApiGatewayLogRole } from './api-gateway-log-role.ts';
import { LayerFoundation } from './layer-foundation.ts';
import { LlmopsInvocationLogging } from './llmops-invocation-logging.ts';

/** Keys, network, identity and observability that both sides share. */
export class InfrastructureStack extends StrataStack {
  readonly foundation: Foundation;

  constructor(scope: Construct, props: StrataStackProps) {
    super(scope, 'infrastructure', props);
    const { account, sides } = props.configuration.profile;
    this.foundation = new LayerFoundation(this);
    this.alarmAbove(
      this,
      'DeadLettersAlarm',
      this.foundation.deadLetters.metricApproximateNumberOfMessagesVisible(),
      0,
      'A function or rule gave up on an event; it waits in the dead-letter queue',
    );
    if (account.apiGatewayLogRole === 'own') new ApiGatewayLogRole(this, 'ApiGatewayLogs');
    if (sides.llmops && account.bedrockInvocationLogging === 'own') {
      new LlmopsInvocationLogging(this, 'LlmopsInvocationLogging');
    }
  }
}
