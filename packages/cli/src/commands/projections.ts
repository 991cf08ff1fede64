import { Command } from "commander";
import type { Finished } from "../act.js";
import type { Io } from "../io.js";
import { deadLettersCommand } from "./projections-dead-letters.js";
import { followCommand } from "./projections-follow.js";
import { runCommands } from "./projections-run.js";
import { statusCommand } from "./projections-status.js";

export const projectionsCommand = (io: Io, finished: Finished): Command => {
  const command = new Command("projections").description(
    "the views that reports are computed from, kept with their place",
  );
  for (const make of [statusCommand, deadLettersCommand, ...runCommands, followCommand])
    command.addCommand(make(io, finished));
  return command;
};
