/** Objects that were dropped into the document bucket, by key. */
export interface DroppedObjects {
  /** At most `maxBytes` from the start of the object. @throws NotFoundError */
  read(key: string, maxBytes: number): Promise<Uint8Array>;
}
