export const LANGUAGES = ["en", "vi"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a person reads, in every language of the command. */
export type Text = Readonly<Record<Language, string>>;

/** The language of the environment: Vietnamese where it says so, else English. */
export const languageOf = (env: Readonly<Record<string, string | undefined>>): Language =>
  /^vi([_.-]|$)/i.test(env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "") ? "vi" : "en";
