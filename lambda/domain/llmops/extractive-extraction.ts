import type { Taxonomy } from '../../../config/schema.ts';
import type { FieldValue } from '../document/document.ts';
import { fieldLabels } from './field-labels.ts';
import { findFieldValue } from './field-patterns.ts';

export interface ExtractionTask {
  readonly category: string;
  readonly fields: Taxonomy['fields'];
  readonly document: string;
}

export interface FoundField {
  readonly value: FieldValue;
  /** 0 to 1: how telling the label is and how near it stands; not calibrated. */
  readonly confidence: number;
  readonly quote: string | readonly string[];
}

/**
 * Reads fields by the labels that commonly stand before them and the form of their type, without a
 * language model. A field without evidence is left out. Deterministic.
 */
export function extractExtractively(task: ExtractionTask): Readonly<Record<string, FoundField>> {
  const found: Record<string, FoundField> = {};
  for (const field of task.fields) {
    const value = findFieldValue(task.document, field, fieldLabels(field.name));
    if (value !== null) found[field.name] = value;
  }
  return found;
}
