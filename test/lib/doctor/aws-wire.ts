import {
  type Reply,
  type SentRequest,
  type StandIn,
  startStandIn,
} from '../../adapters/stand-in.ts';

/** What an operation was asked, whatever the protocol. */
export type Input = Readonly<Record<string, unknown>>;
/** Replies by operation: an object is JSON, a text XML of the query protocol. */
export type Replies = Readonly<Record<string, (input: Input) => object | string>>;

/** An error as the services answer it. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

interface Call {
  readonly operation: string;
  readonly input: Input;
  readonly isQuery: boolean;
}

/** A server on the loopback that answers in AWS's wire formats: JSON 1.0 and 1.1, REST and query. */
export function startAws(replies: Replies, denied: ReadonlySet<string>): Promise<StandIn> {
  return startStandIn((request) => {
    const call = callOf(request);
    try {
      if (denied.has(call.operation)) {
        const what = `User is not authorized to perform: ${call.operation}`;
        throw new ServiceError('AccessDeniedException', what, 403);
      }
      const reply = replies[call.operation];
      if (reply === undefined) throw new ServiceError('UnknownOperation', call.operation, 404);
      const body = reply(call.input);
      return typeof body === 'string'
        ? { headers: { 'content-type': 'text/xml' }, body: wrapped(call.operation, body) }
        : { body };
    } catch (error) {
      if (error instanceof ServiceError) return failed(error, call);
      throw error;
    }
  });
}

function callOf({ headers, method, path, body }: SentRequest): Call {
  const target = headers['x-amz-target'];
  if (target !== undefined) {
    const operation = target.slice(target.indexOf('.') + 1);
    return { operation, input: JSON.parse(body === '' ? '{}' : body), isQuery: false };
  }
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const { Action = '', ...input } = Object.fromEntries(new URLSearchParams(body));
    return { operation: Action, input, isQuery: true };
  }
  const [route = '', query = ''] = path.split('?');
  const [, first = '', ...rest] = route.split('/');
  const id = decodeURIComponent(rest.join('/'));
  const operation = `${method} /${first}${id === '' || first === 'logging' ? '' : '/:id'}`;
  return {
    operation,
    input: { id, ...Object.fromEntries(new URLSearchParams(query)) },
    isQuery: false,
  };
}

function wrapped(operation: string, result: string): string {
  return `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`;
}

function failed({ code, message, status }: ServiceError, { isQuery }: Call): Reply {
  if (isQuery) {
    const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
    return { status, headers: { 'content-type': 'text/xml' }, body: xml };
  }
  const headers = { 'x-amzn-errortype': code };
  return { status, headers, body: { __type: code, message, Message: message } };
}
