import { createServer } from 'node:http';

const NOT_FOUND = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>No</Message></Error>';

/** Services in which nothing is stored, in this process: their time is not the function's. */
export async function stubServices() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const target = request.headers['x-amz-target'];
      if (target?.startsWith('DynamoDB')) return send(response, 200, 'application/json', '{}');
      if (request.method === 'PUT') return send(response, 200, 'application/xml', '');
      if (/^\/(guardrail|model)\//.test(request.url)) {
        const refused = '{"message":"no","__type":"ValidationException"}';
        return send(response, 400, 'application/json', refused);
      }
      if (target)
        return send(response, 400, 'application/json', '{"__type":"ValidationException"}');
      return send(response, 404, 'application/xml', NOT_FOUND);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': type }).end(body);
}
