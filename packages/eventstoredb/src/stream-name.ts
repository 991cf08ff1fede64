/** How streams are named on the server. */
export interface StreamNames {
  readonly toServer: (stream: string) => string;
  /** `undefined` where a stream of the server is not of this log. */
  readonly fromServer: (streamId: string) => string | undefined;
  /** What the names of this log begin with on the server. */
  readonly prefix: string;
}

/**
 * Names in a namespace. A dot stands between the two, and in no namespace, so that no namespace begins with another.
 *
 * @throws RangeError where the namespace is not a word
 */
export const streamNames = (namespace: string | undefined): StreamNames => {
  if (namespace === undefined) return { toServer: same, fromServer: same, prefix: "" };
  if (!WORD.test(namespace)) throw new RangeError("a namespace is a word of 1 to 64 letters, digits or _");
  const prefix = `${namespace}.`;
  return {
    prefix,
    toServer: (stream) => prefix + stream,
    fromServer: (streamId) => (streamId.startsWith(prefix) ? streamId.slice(prefix.length) : undefined),
  };
};

const WORD = /^\w{1,64}$/;
const same = (name: string): string => name;
