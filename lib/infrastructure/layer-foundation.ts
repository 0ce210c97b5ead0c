import { Duration } from 'aws-cdk-lib/core';
import type { Foundation, PrivateNetwork } from '../shared/foundation.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import type { StrataStack } from '../shared/strata-stack.ts';
import { AccessLogBucket } from './access-log-bucket.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { EncryptionKey } from './encryption-key.ts';
import { FunctionBasics } from './function-basics.ts';
import { PrivateEndpoints } from './private-endpoints.ts';

/** Makes what other layers build on; what itself needs a foundation is made at its first use. */
export class LayerFoundation implements Foundation {
  readonly key: EncryptionKey | undefined;
  readonly alarmTopic: AlarmTopic;
  readonly functionBasics: FunctionBasics;
  readonly deadLetters: DeadLetterQueue;
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
      stem: 'empty-bucket',
      description: 'Custom resource: removes every object version before its bucket is deleted',
      timeout: Duration.minutes(15),
    });
    return this.#emptyBucket;
  }

  get publishFiles(): StrataFunction {
    this.#publishFiles ??= new StrataFunction(this.#stack, 'PublishFiles', {
      stem: 'publish-files',
      description: 'Custom resource: copies the files of an archive to a bucket',
      memoryMb: 1_024,
      timeout: Duration.minutes(5),
    });
    return this.#publishFiles;
  }
}
