import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NoticeChannel } from "@motcua/core";
import { left, right } from "fp-ts/lib/Either.js";
import type { Channel, OutgoingMessage } from "./channel.js";

/**
 * One file for each message in a folder, which somebody prints and posts, or another program sends. Only its owner may read
 * them: the addresses are in clear there. The same message again is the same file.
 *
 * @example
 * fileChannel("post", { folder: "./letters" })
 */
export const fileChannel = (kind: NoticeChannel, { folder }: { readonly folder: string }): Channel => ({
  kind,
  send: (message) => async () => {
    const name = `${message.key}.txt`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, name), letter(message), { flag: "wx", mode: 0o600 });
      return right({ reference: name });
    } catch (cause) {
      const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
      if (code === "EEXIST") return right({ reference: name });
      return left({ code: "GatewayFailed", again: true, detail: `the folder cannot be written (${code})` });
    }
  },
});

const letter = ({ to, subject, text }: OutgoingMessage): string =>
  `${to}\n\n${subject === undefined ? "" : `${subject}\n\n`}${text}\n`;
