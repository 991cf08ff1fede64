import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { NoticeChannel } from "@motcua/core";
import { left, right } from "fp-ts/lib/Either.js";
import { validate } from "uuid";
import type { Channel, OutgoingMessage } from "./channel.js";
import { writeWhole } from "./write-whole.js";

/**
 * One file for each message in a folder, which somebody prints and posts, or another program sends. Only its owner may read
 * them: the addresses are in clear there. The same message again is the same file, and a file that is there is whole; what
 * begins with a dot was never finished.
 *
 * @example
 * fileChannel("post", { folder: "./letters" })
 */
export const fileChannel = (kind: NoticeChannel, { folder }: { readonly folder: string }): Channel => ({
  kind,
  send: (message) => async () => {
    // The key becomes a name: `../` in it would be another folder.
    if (!validate(message.key)) return left({ code: "MessageRefused", again: false, detail: "its key is no UUID" });
    const name = `${message.key}.txt`;
    const file = join(folder, name);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (!(await isThere(file))) await writeWhole(file, letter(message));
      return right({ reference: name });
    } catch (cause) {
      return left({ code: "GatewayFailed", again: true, detail: `the folder cannot be written (${codeOf(cause)})` });
    }
  },
});

const isThere = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return false;
    throw cause;
  }
};

const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";

const letter = ({ to, subject, text }: OutgoingMessage): string =>
  `${to}\n\n${subject === undefined ? "" : `${subject}\n\n`}${text}\n`;
