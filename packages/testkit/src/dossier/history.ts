import type { DossierDecider, DossierEvent } from "@motcua/core";
import type fc from "fast-check";
import { anyCommands, type CommandsOptions } from "./commands.js";
import { play } from "./play.js";

/** Histories that a decider made: what it accepted of drawn commands. */
export const anyHistory = (
  decider: DossierDecider,
  options: CommandsOptions = {},
): fc.Arbitrary<ReadonlyArray<DossierEvent>> => anyCommands(options).map((commands) => play(decider, commands).events);
