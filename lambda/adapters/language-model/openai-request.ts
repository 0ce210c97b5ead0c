import type {
  LanguageModelRequest,
  Message,
} from '../../domain/gateway/language-model-exchange.ts';

/**
 * How a server is asked for a shape: as OpenAI words it, or as llama.cpp's Python server and others do
 * that know JSON mode alone and take the schema beside it.
 */
export type ShapeDialect = 'json_schema' | 'json_object';

/**
 * Body of `POST /chat/completions`. Temperature 0: the same document gives the same fields as far as
 * the model allows. `max_tokens` is what every compatible server knows.
 */
export function chatCompletionBody(
  model: string,
  request: LanguageModelRequest,
  dialect: ShapeDialect,
): object {
  const { messages, tools, toolChoice, outputSchema, maxOutputTokens } = request;
  return {
    model,
    messages: messages.map(toWire),
    max_tokens: maxOutputTokens,
    temperature: 0,
    stream: true,
    stream_options: { include_usage: true },
    ...(tools === undefined
      ? {}
      : {
          tools: tools.map(({ name, description, inputSchema: parameters }) => ({
            type: 'function',
            function: { name, description, parameters },
          })),
          tool_choice:
            toolChoice === undefined
              ? 'auto'
              : { type: 'function', function: { name: toolChoice } },
        }),
    ...(outputSchema === undefined
      ? {}
      : {
          response_format:
            dialect === 'json_object'
              ? { type: 'json_object', schema: outputSchema }
              : { type: 'json_schema', json_schema: { name: request.task, schema: outputSchema } },
        }),
  };
}

function toWire(message: Message): object {
  if (message.role === 'tool') {
    return { role: 'tool', tool_call_id: message.toolCallId, content: message.text };
  }
  const said = { role: message.role, content: message.text };
  if (message.role !== 'assistant' || message.toolCalls === undefined) return said;
  const calls = message.toolCalls.map(({ id, name, input }) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(input) },
  }));
  return { ...said, tool_calls: calls };
}
