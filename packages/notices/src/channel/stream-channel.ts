import type { NoticeChannel } from "@motcua/core";
import { right } from "fp-ts/lib/Either.js";
import type { Channel } from "./channel.js";

/**
 * Writes messages for people to read, such as to a terminal: to try things out. The addresses are in clear there.
 *
 * @example
 * streamChannel("sms", process.stdout)
 */
export const streamChannel = (kind: NoticeChannel, stream: { readonly write: (text: string) => unknown }): Channel => ({
  kind,
  send:
    ({ to, subject, text }) =>
    async () => {
      stream.write(`${kind} → ${to}\n${subject === undefined ? "" : `${subject}\n`}${text}\n\n`);
      return right({ reference: null });
    },
});
