import type { DocumentReference } from '../../lambda/domain/document/document.ts';
import type { Again, Flows } from '../../lambda/flow-ports.ts';

/** As EventBridge tells that an execution failed. */
export interface FlowEnd {
  readonly detail: {
    readonly status: 'FAILED';
    readonly input: string;
    readonly error: string;
    readonly cause: string;
  };
}
export interface StartedFlows extends Pick<Flows, 'startDocumentFlow'> {
  /** When none is running any more. */
  settled(): Promise<void>;
}

/** Document flows that events start: each attempt once, and a failure is told as on AWS. */
export function startedFlows(options: {
  readonly run: (document: DocumentReference, again: Again) => Promise<void>;
  readonly onFailed: (end: FlowEnd) => Promise<unknown>;
}): StartedFlows {
  const started = new Map<string, Promise<unknown>>();
  return {
    async startDocumentFlow(document, again) {
      const name = JSON.stringify([document.tenant, document.documentId, again.attempt]);
      if (started.has(name)) return;
      const flow = options
        .run(document, again)
        .catch((error: unknown) =>
          options.onFailed(flowEnd({ ...document, attempt: again.attempt }, error)),
        )
        // It is in the log; the record shows that the document is not processed.
        .catch(() => undefined);
      started.set(name, flow);
    },
    async settled() {
      await Promise.all(started.values());
    },
  };
}

function flowEnd(given: object, error: unknown): FlowEnd {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const input = JSON.stringify(given);
  return { detail: { status: 'FAILED', input, error: name, cause: message } };
}
