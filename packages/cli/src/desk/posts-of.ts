import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { NoticeChannel, PersonalDataUnavailable } from "@motcua/core";
import {
  BREAKER_POLICY,
  type Channel,
  fileChannel,
  httpChannel,
  type Posts,
  RETRY_POLICY,
  retryDelay,
  smtpChannel,
  streamChannel,
  withCircuitBreaker,
  wordingOf,
} from "@motcua/notices";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Context } from "../context.js";
import { type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import { ContactsFile, PostsFile } from "./posts-file.js";
import { readJson } from "./read-json.js";

/** How people are written to, as a file says; `undefined` where none is given. */
export const postsOf = async (
  io: Io,
  file: string | undefined,
  context: Context,
): Promise<Either<Failure, Posts | undefined>> => {
  if (file === undefined) return right(undefined);
  const read = await readJson("--notices", file, PostsFile);
  if (isLeft(read)) return read;
  const { language = "vi", sms = "plain", templates = {}, contacts } = read.right;
  const word = wordingOf({ language, sms, templates: templates as never });
  if (isLeft(word)) return left(requestIsWrong(templateRefused(file, word.left)));
  const addresses = await contactsIn(file, contacts, context);
  if (isLeft(addresses)) return addresses;
  const channels: Channel[] = [];
  for (const given of read.right.channels) {
    const { secretEnv } = given.http ?? {};
    if (secretEnv !== undefined && !io.env[secretEnv]) return left(requestIsWrong(NO_SECRET(file, secretEnv)));
    const channel = await channelOf(io, dirname(file), given);
    if (channel === undefined) return left(requestIsWrong(NOT_ONE(file, given.kind)));
    channels.push(channel);
  }
  return right({
    channels,
    contacts: addresses.right,
    word: word.right,
    language,
    retryAfterMs: (failures) => retryDelay(RETRY_POLICY)(failures, Math.random()),
  });
};

type GivenChannel = PostsFile["channels"][number];

const channelOf = async (
  io: Io,
  folder: string,
  { kind, http, smtp, folder: letters, print }: GivenChannel,
): Promise<Channel | undefined> => {
  if ([http, smtp, letters, print].filter((each) => each !== undefined).length !== 1) return undefined;
  const guarded = withCircuitBreaker(BREAKER_POLICY, Date.now);
  if (http !== undefined) {
    const { secretEnv, ...others } = http;
    const secret = secretEnv === undefined ? undefined : io.env[secretEnv];
    return guarded(httpChannel(kind, { ...(others as { url: string }), ...(secret !== undefined && { secret }) }));
  }
  if (smtp !== undefined) {
    const { createTransport } = await import("nodemailer");
    return guarded(smtpChannel(kind, { transport: createTransport({ url: smtp.url, ...PATIENCE }), from: smtp.from }));
  }
  return letters !== undefined
    ? fileChannel(kind, { folder: resolve(folder, letters) })
    : streamChannel(kind, io.stderr);
};

/** Milliseconds. A mail server that says nothing is not waited for longer: the round waits with it. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Addresses of people in a file: until there is a store of keys, whoever has the file has them. */
const contactsIn = async (
  file: string,
  contacts: string | undefined,
  context: Context,
): Promise<Either<Failure, Posts["contacts"]>> => {
  if (contacts === undefined) return right(directoryOf({}));
  const path = resolve(dirname(file), contacts);
  const read = await readJson("contacts", path, ContactsFile);
  if (isLeft(read)) return read;
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0) context.note(OPEN_TO_ALL[context.language](path));
  return right(directoryOf(read.right));
};

const directoryOf = ({ persons = {}, offices = {} }: ContactsFile): Posts["contacts"] => ({
  persons: {
    contactOf: (subject, channel) => async () => {
      const address = own(own(persons, subject), channel);
      const unknown: PersonalDataUnavailable = { code: "PersonalDataUnavailable", subject, reason: "unknown" };
      return address === undefined ? left(unknown) : right(address);
    },
  },
  officeOf: (role, at, channel) => own(own(own(offices, role), at), channel) ?? null,
});

/** Names come from a log: `constructor` is one like any other. */
const own = <A>(record: Readonly<Record<string, A>> | undefined, name: string | NoticeChannel): A | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

const templateRefused = (
  file: string,
  refused: {
    readonly code: string;
    readonly template: string;
    readonly field?: string;
    readonly known?: ReadonlyArray<string>;
  },
) =>
  refused.code === "TemplateFieldUnknown"
    ? {
        en: `--notices ${file}: the template ${refused.template} has a place for ${refused.field}, which nobody fills. Known: ${refused.known?.join(", ")}`,
        vi: `--notices ${file}: mẫu ${refused.template} có chỗ cho ${refused.field} mà không ai điền. Các trường: ${refused.known?.join(", ")}`,
      }
    : {
        en: `--notices ${file}: the template ${refused.template} is malformed: a brace without its other, or no words`,
        vi: `--notices ${file}: mẫu ${refused.template} sai: thiếu dấu ngoặc nhọn, hoặc không có nội dung`,
      };

const NO_SECRET = (file: string, name: string) => ({
  en: `--notices ${file}: the variable ${name}, which is to hold the secret, is not set. Set it, or leave secretEnv out.`,
  vi: `--notices ${file}: biến ${name} chứa khóa bí mật chưa được đặt. Hãy đặt biến, hoặc bỏ secretEnv.`,
});

const NOT_ONE = (file: string, kind: string) => ({
  en: `--notices ${file}: channel ${kind}: give one of http, smtp, folder, print`,
  vi: `--notices ${file}: kênh ${kind}: hãy cho một trong http, smtp, folder, print`,
});

const OPEN_TO_ALL = {
  en: (file: string) => `${file} can be read by others on this machine: chmod 600 it. It holds addresses of people.`,
  vi: (file: string) => `${file} người khác trên máy này đọc được: hãy chmod 600. Tệp chứa địa chỉ của công dân.`,
};
