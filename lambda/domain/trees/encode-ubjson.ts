type NumberType = 'U' | 'l' | 'L' | 'd';

/** Types of the arrays that XGBoost 3 reads as typed ones; its reader refuses others. */
const ARRAY_TYPES: Readonly<Record<string, NumberType>> = {
  base_weights: 'd',
  categories: 'l',
  categories_nodes: 'l',
  categories_segments: 'L',
  categories_sizes: 'L',
  default_left: 'U',
  left_children: 'l',
  loss_changes: 'd',
  parents: 'l',
  right_children: 'l',
  split_conditions: 'd',
  split_indices: 'l',
  split_type: 'U',
  sum_hessian: 'd',
};
const SIZES: Readonly<Record<NumberType, number>> = { U: 1, l: 4, L: 8, d: 4 };

/** An XGBoost model object as UBJSON bytes (draft 12, ubjson.org), as `xgboost-model` holds them. */
export function encodeUbjson(model: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  writeValue(parts, model, '');
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function writeValue(parts: Uint8Array[], value: unknown, key: string): void {
  if (typeof value === 'string') {
    parts.push(ascii('S'));
    writeString(parts, value);
  } else if (typeof value === 'number') {
    const type = Number.isInteger(value) ? 'L' : 'd';
    parts.push(ascii(type), numbers(type, [value]));
  } else if (typeof value === 'boolean') {
    parts.push(ascii(value ? 'T' : 'F'));
  } else if (Array.isArray(value)) {
    writeArray(parts, value, ARRAY_TYPES[key]);
  } else if (value !== null && typeof value === 'object') {
    parts.push(ascii('{'));
    for (const [name, inner] of Object.entries(value)) {
      writeString(parts, name);
      writeValue(parts, inner, name);
    }
    parts.push(ascii('}'));
  } else {
    parts.push(ascii('Z'));
  }
}

function writeArray(
  parts: Uint8Array[],
  items: readonly unknown[],
  type: NumberType | undefined,
): void {
  parts.push(ascii(type === undefined ? '[#L' : `[$${type}#L`), numbers('L', [items.length]));
  if (type !== undefined) {
    parts.push(numbers(type, items.map(Number)));
    return;
  }
  for (const item of items) writeValue(parts, item, '');
}

function writeString(parts: Uint8Array[], text: string): void {
  const bytes = new TextEncoder().encode(text);
  parts.push(ascii('L'), numbers('L', [bytes.length]), bytes);
}

function numbers(type: NumberType, values: readonly number[]): Uint8Array {
  const size = SIZES[type];
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [index, value] of values.entries()) {
    const at = index * size;
    if (type === 'U') view.setUint8(at, value);
    else if (type === 'l') view.setInt32(at, value);
    else if (type === 'L') view.setBigInt64(at, BigInt(value));
    else view.setFloat32(at, value);
  }
  return new Uint8Array(view.buffer);
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
