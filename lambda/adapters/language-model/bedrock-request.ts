import type {
  ContentBlock,
  ConverseStreamCommandInput,
  Message as WireMessage,
  Tool as WireTool,
  ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime';
import type {
  JsonSchema,
  LanguageModelRequest,
  Message,
} from '../../domain/gateway/language-model-exchange.ts';

/**
 * A reply of a given shape is asked for as the input of this tool, which must be called: every model
 * with tools can do it, and `outputConfig` only some.
 */
export const REPLY_TOOL = 'reply';

/**
 * Input of ConverseStream. Temperature 0: the same document gives the same fields as far as the model
 * allows.
 */
export function converseInput(
  modelId: string,
  request: LanguageModelRequest,
): ConverseStreamCommandInput {
  const { messages, maxOutputTokens, tenant, task } = request;
  const toolConfig = toolsOf(request);
  const system = messages.filter(({ role }) => role === 'system').map(({ text }) => ({ text }));
  return {
    modelId,
    ...(system.length === 0 ? {} : { system }),
    messages: messages.filter(({ role }) => role !== 'system').map(toWire),
    inferenceConfig: { maxTokens: maxOutputTokens, temperature: 0 },
    ...(toolConfig === null ? {} : { toolConfig }),
    // Stands in the invocation log, so that cost can be told apart by tenant and task.
    requestMetadata: { tenant, task },
  };
}

function toolsOf({
  tools,
  toolChoice,
  outputSchema,
}: LanguageModelRequest): ToolConfiguration | null {
  if (outputSchema !== undefined) {
    const description = 'Takes the reply to the request. Call it once, with the whole reply.';
    const reply = { name: REPLY_TOOL, description, inputSchema: outputSchema };
    return { tools: [toWireTool(reply)], toolChoice: { tool: { name: REPLY_TOOL } } };
  }
  if (tools === undefined) return null;
  return {
    tools: tools.map(toWireTool),
    toolChoice: toolChoice === undefined ? { auto: {} } : { tool: { name: toolChoice } },
  };
}

function toWireTool(tool: {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
}): WireTool {
  const json = asDocument(tool.inputSchema);
  return { toolSpec: { name: tool.name, description: tool.description, inputSchema: { json } } };
}

function toWire(message: Message): WireMessage {
  switch (message.role) {
    case 'assistant': {
      const calls = (message.toolCalls ?? []).map(
        ({ id: toolUseId, name, input }): ContentBlock => ({
          toolUse: { toolUseId, name, input: asDocument(input) },
        }),
      );
      const text: ContentBlock[] = message.text === '' ? [] : [{ text: message.text }];
      return { role: 'assistant', content: [...text, ...calls] };
    }
    case 'tool': {
      const toolResult = { toolUseId: message.toolCallId, content: [{ text: message.text }] };
      return { role: 'user', content: [{ toolResult }] };
    }
    case 'system':
    case 'user':
      return { role: 'user', content: [{ text: message.text }] };
  }
}

/** The SDK's type of plain JSON, by way of JSON itself. */
function asDocument(value: unknown): NonNullable<WireDocument> {
  return JSON.parse(JSON.stringify(value));
}
type WireDocument = NonNullable<NonNullable<WireTool['toolSpec']>['inputSchema']>['json'];
