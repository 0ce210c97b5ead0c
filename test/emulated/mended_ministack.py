"""MiniStack, mended where it hides what the service shows; started as MiniStack itself is.

Lambda gives an error that a Node.js function throws the name of that error (developer guide, error
handling of Node.js functions); MiniStack calls every one Runtime.HandlerError, so that no Retry or
Catch of a state machine could be tried.

A function that streams finds `awslambda` among its globals (developer guide, response streaming);
MiniStack has none. Here such a function's stream is gathered and answered as a whole: what it says
is seen, not when.

The SDK puts a prefix before the host of some calls, an address of loopback too: what comes of it is
no name that anybody knows, and is loopback here.
"""

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

MARK = "\x1f"
PLAIN = 'error: String(err.message || err), trace'
GLOBALS = r"""
const dns = require('node:dns');
const lookup = dns.lookup;
dns.lookup = (name, ...rest) => lookup(name.replace(/^[a-z]+-(?=127\.)/, ''), ...rest);
globalThis.awslambda = {
  HttpResponseStream: { from: (stream, head) => Object.assign(stream, { head }) },
  streamifyResponse: (handler) => async (event, context) => {
    const { PassThrough } = require('node:stream');
    const stream = new PassThrough();
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    const ended = new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
    await handler(event, stream, context);
    await ended;
    const { statusCode = 200, headers = {} } = stream.head ?? {};
    return { statusCode, headers, body: Buffer.concat(parts).toString('utf8') };
  },
};
"""
NAMED = 'error: String(err.name || "Error") + "\\x1f" + String(err.message || err), trace'


def mend():
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    if script.count(PLAIN) != 1:
        raise SystemExit("this MiniStack reports errors of functions otherwise: look at it again")
    lambda_runtime._NODEJS_WORKER_SCRIPT = GLOBALS + script.replace(PLAIN, NAMED)
    execute = lambda_svc._execute_function_warm

    def execute_named(func, event, request_id):
        result = execute(func, event, request_id)
        body = result.get("body")
        if result.get("error") and isinstance(body, dict):
            name, mark, message = str(body.get("errorMessage", "")).partition(MARK)
            if mark:
                body.update(errorType=name, errorMessage=message)
        return result

    lambda_svc._execute_function_warm = execute_named


if __name__ == "__main__":
    mend()
    from ministack.app import main

    main()
