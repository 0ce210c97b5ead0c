import type { Foundation, PrivateNetwork } from '../shared/foundation.ts';
import { Grants } from '../shared/grants.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import type { StrataStack } from '../shared/strata-stack.ts';
import { AccessLogBucket } from './access-log-bucket.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { EncryptionKey } from './encryption-key.ts';
import { FunctionBasics } from './function-basics.ts';
import { PrivateEndpoints } from './private-endpoints.ts';
import { offerSettings } from './profile-settings.ts';

/** Makes what other layers build on; what itself needs a foundation is made at its first use. */
export class LayerFoundation implements Foundation {
  readonly key: EncryptionKey | undefined;
  readonly alarmTopic: AlarmTopic;
  readonly functionBasics: FunctionBasics;
  readonly deadLetters: DeadLetterQueue;
  readonly grants = new Grants();
  readonly #stack: StrataStack;
  #network: PrivateNetwork | undefined;
  #accessLogs: AccessLogBucket | undefined;
  #emptyBucket: StrataFunction | undefined;
  #publishFiles: StrataFunction | undefined;

  constructor(stack: StrataStack) {
    this.#stack = stack;
    this.key = stack.profile.customerKeys ? new EncryptionKey(stack, 'Key') : undefined;
    this.alarmTopic = new AlarmTopic(stack, 'AlarmTopic', this.key ? { key: this.key } : {});
    this.functionBasics = new FunctionBasics(stack, 'FunctionBasics', {
      attachesToNetwork: stack.profile.network.privateEndpoints,
    });
    this.deadLetters = new DeadLetterQueue(stack, 'DeadLetterQueue', { key: this.key });
    offerSettings(stack, this.grants);
  }

  get network(): PrivateNetwork | undefined {
    if (!this.#stack.profile.network.privateEndpoints) return undefined;
    this.#network ??= new PrivateEndpoints(this.#stack, 'Network').network;
    return this.#network;
  }

  get accessLogs(): AccessLogBucket {
    this.#accessLogs ??= new AccessLogBucket(this.#stack, 'AccessLogs');
    return this.#accessLogs;
  }

  get emptyBucket(): StrataFunction {
    this.#emptyBucket ??= new StrataFunction(this.#stack, 'EmptyBucket', {
      name: 'empty-bucket',
    });
    return this.#emptyBucket;
  }

  get publishFiles(): StrataFunction {
    this.#publishFiles ??= new StrataFunction(this.#stack, 'PublishFiles', {
      name: 'publish-files',
    });
    return this.#publishFiles;
  }
}
