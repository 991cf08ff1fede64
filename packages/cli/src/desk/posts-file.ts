import * as t from "io-ts/lib/index.js";

const channelKinds = t.keyof({ sms: null, email: null, phone: null, socialNetwork: null, post: null, counter: null });

const template = t.readonly(
  t.intersection([t.type({ name: t.string, body: t.string }), t.partial({ subject: t.string })]),
);

/** A channel: a gateway over HTTP, a mail server, a folder of letters, or this terminal. Exactly one of the four. */
const Channel = t.readonly(
  t.intersection([
    t.type({ kind: channelKinds }),
    t.partial({
      http: t.readonly(
        t.intersection([
          t.type({ url: t.string }),
          /** The name of the environment variable that holds the secret: the file itself holds none. */
          t.partial({ secretEnv: t.string, timeoutMs: t.number, headers: t.record(t.string, t.string) }),
        ]),
      ),
      smtp: t.readonly(t.type({ url: t.string, from: t.string })),
      folder: t.string,
      print: t.literal(true),
    }),
  ]),
);

/** How people are written to, as a file says it. Paths are relative to the file. */
export const PostsFile = t.readonly(
  t.intersection([
    t.type({ channels: t.readonlyArray(Channel) }),
    t.partial({
      language: t.keyof({ vi: null, en: null }),
      sms: t.keyof({ plain: null, marked: null }),
      templates: t.readonly(t.partial({ sms: t.readonlyArray(template), long: t.readonlyArray(template) })),
      contacts: t.string,
    }),
  ]),
);
export type PostsFile = t.TypeOf<typeof PostsFile>;

const addresses = t.record(t.string, t.string);

/** Where people are reached: persons by subject, offices by role and place; each by kind of channel. */
export const ContactsFile = t.readonly(
  t.partial({ persons: t.record(t.string, addresses), offices: t.record(t.string, t.record(t.string, addresses)) }),
);
export type ContactsFile = t.TypeOf<typeof ContactsFile>;
