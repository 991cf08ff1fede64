import { deserialize, serialize } from "node:v8";

/** A view as bytes, as V8 writes structured data; later versions read what earlier ones wrote. */
export const encodeView = (view: unknown): Uint8Array => serialize(view);

/** Throws where the bytes are not such data. */
export const decodeView = <View>(bytes: Uint8Array): View => deserialize(bytes);
