/** A value that every store keeps exactly: what RFC 8259 can write and JSON.parse gives back unchanged. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject;

/** A JSON object: string keys, no `undefined`, no prototype of its own. */
export interface JsonObject {
  readonly [key: string]: Json;
}
