import type { Construct } from 'constructs';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { AccessLogBucket } from './access-log-bucket.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { ApiGatewayLogRole } from './api-gateway-log-role.ts';
import { EncryptionKey } from './encryption-key.ts';
import { LlmopsInvocationLogging } from './llmops-invocation-logging.ts';
import { PrivateEndpoints } from './private-endpoints.ts';
import { TracingPolicy } from './tracing-policy.ts';

/** Keys, network, identity and observability that both sides share. */
export class InfrastructureStack extends StrataStack {
  readonly foundation: Foundation;

  constructor(scope: Construct, props: StrataStackProps) {
    super(scope, 'infrastructure', props);
    const { profile } = props;
    const key = profile.customerKeys ? new EncryptionKey(this, 'Key') : undefined;
    const alarmTopic = new AlarmTopic(this, 'AlarmTopic', { key });
    const tracing = new TracingPolicy(this, 'Tracing');
    let accessLogs: AccessLogBucket | undefined;
    const makeAccessLogs = (): AccessLogBucket =>
      (accessLogs ??= new AccessLogBucket(this, 'AccessLogs'));
    const base = {
      key,
      alarmTopic,
      tracing,
      get accessLogs() {
        return makeAccessLogs();
      },
    };
    this.foundation = base;
    makeAccessLogs();
    if (profile.network.privateEndpoints) {
      const network = new PrivateEndpoints(this, 'Network').network;
      this.foundation = { key, alarmTopic, tracing, accessLogs: makeAccessLogs(), network };
    }
    if (profile.account.apiGatewayLogRole === 'own') new ApiGatewayLogRole(this, 'ApiGatewayLogs');
    if (profile.sides.llmops && profile.account.bedrockInvocationLogging === 'own') {
      new LlmopsInvocationLogging(this, 'LlmopsInvocationLogging');
    }
  }
}
