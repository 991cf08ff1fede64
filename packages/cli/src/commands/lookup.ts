import { type PublicLookup, publicLookup } from "@motcua/core";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Context } from "../context.js";
import { replayCode } from "../dossiers.js";
import { answerIsNo, type Failure } from "../exit.js";
import type { Io } from "../io.js";
import {
  type CommonOptions,
  formatsOption,
  type StoreOptions,
  withCommonOptions,
  withStoreOption,
} from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { completionNames } from "../text/labels.js";

interface LookupOptions extends CommonOptions, StoreOptions {}

export const lookupCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("lookup")), formatsOption(["table", "json", "csv"]))
    .description("what anyone may see who knows the code of a dossier: how far it is (TT 01/2018, art. 16.2d)")
    .argument("<code>", "the code on the appointment receipt; an id is not looked up")
    .action((code: string, options: LookupOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "read", async (opened) => {
          const state = await replayCode(opened, code);
          if (isLeft(state)) return state;
          if (state.right === undefined) return left(nothingUnder(code));
          const found = publicLookup(state.right);
          if (isLeft(found)) return left(nothingUnder(code));
          context.print(said(context, found.right));
          return right(0);
        }),
      ),
    );

const said = ({ format, language }: Context, found: PublicLookup): string => {
  const { level, percent } = found.completion;
  if (format === "json") return json(found);
  if (format === "csv")
    return csv([
      ["code", "level", "percent"],
      [found.code, level, percent],
    ]);
  const share = percent === null ? "" : ` (${percent} %)`;
  return `${found.code}: ${completionNames[level][language]}${share}\n`;
};

/** No more than that: why a code is unknown is for nobody to learn here. */
const nothingUnder = (code: string): Failure =>
  answerIsNo({ en: `${code}: no dossier has this code`, vi: `${code}: không có hồ sơ mang mã này` });
