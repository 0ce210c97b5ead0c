/** One change of a record, as the table's stream tells it. */
export interface RecordChange {
  readonly tenant: string;
  readonly kind: string;
  readonly recordId: string;
  /** Id of the change, the same when the stream tells it again. */
  readonly changeId: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null for a removal. */
  readonly value: unknown;
  /** Random, kept with the record and gone with it; empty in records of older versions. */
  readonly salt?: string;
}
