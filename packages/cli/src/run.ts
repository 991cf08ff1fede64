import { Command, CommanderError } from "commander";
import { backupCommand } from "./commands/backup.js";
import { calendarCommand } from "./commands/calendar.js";
import { copyCommand } from "./commands/copy.js";
import { petitionCommand, procedureCommand, treasuryCommand, unitCommand } from "./commands/do.js";
import { doctorCommand } from "./commands/doctor.js";
import { dossierCommand } from "./commands/dossier.js";
import { exportCommand } from "./commands/export.js";
import { importCommand } from "./commands/import.js";
import { lookupCommand } from "./commands/lookup.js";
import { noticesCommand } from "./commands/notices.js";
import { portalCommand } from "./commands/portal.js";
import { projectionsCommand } from "./commands/projections.js";
import { reportCommand } from "./commands/report.js";
import { simulateCommand } from "./commands/simulate.js";
import { tickCommand } from "./commands/tick.js";
import type { ExitCode } from "./exit.js";
import type { Io } from "./io.js";
import { VERSION } from "./version.js";

/**
 * The `motcua` command.
 *
 * @param argv  the words after the command's name
 * @returns     the exit code: 0 done and true, 1 the answer is no, 2 the request is wrong, 3 the store refuses
 *
 * @example
 * process.exitCode = await run(["calendar", "due", "--start", "2019-08-30T10:00+07:00", "--term", "5wd"], process);
 */
export const run = async (argv: ReadonlyArray<string>, io: Io): Promise<ExitCode> => {
  let code: ExitCode = 0;
  const finished = (exit: ExitCode) => {
    code = exit;
  };
  const program = new Command("motcua")
    .description("A ledger of the dossiers of a one-stop public administration centre: record, replay, report.")
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  for (const make of COMMANDS) program.addCommand(inherit(program, make(io, finished)));
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(unexpected(error, argv.includes("--debug")));
    return 3;
  }
};

const COMMANDS = [
  simulateCommand,
  importCommand,
  exportCommand,
  reportCommand,
  projectionsCommand,
  lookupCommand,
  dossierCommand,
  portalCommand,
  procedureCommand,
  unitCommand,
  petitionCommand,
  treasuryCommand,
  tickCommand,
  noticesCommand,
  calendarCommand,
  doctorCommand,
  copyCommand,
  backupCommand,
];

const inherit = (parent: Command, child: Command): Command => {
  child.copyInheritedSettings(parent);
  for (const grandchild of child.commands) inherit(child, grandchild);
  return child;
};

const unexpected = (error: unknown, debug: boolean): string => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return debug
    ? `${stack}\n`
    : `motcua failed unexpectedly: ${message}. Run it again with --debug and report what it says.\n`;
};
