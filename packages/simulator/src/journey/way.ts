import type { ProcedureState } from "@motcua/core";
import type { CashBook } from "../cash-book.js";
import type { Office } from "../office.js";

/** What everybody on a dossier's way has at hand. */
export interface Way {
  readonly office: Office;
  readonly cashBook: CashBook;
  readonly procedureOf: (code: string) => ProcedureState;
}
