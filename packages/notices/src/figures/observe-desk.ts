import { type FactLog, type Meter, type ProjectedLog, project, readView, type ViewStore } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { type DeskFigures, deskFigures, inHand } from "./desk-figures.js";

/** The names that a desk is measured by: here alone, since OpenTelemetry has none for them. */
export const DESK_METRICS = {
  dueSoon: {
    name: "motcua.dossier.due_soon",
    unit: "{dossier}",
    description: "Dossiers noticed to be near their date",
  },
  overdue: { name: "motcua.dossier.overdue", unit: "{dossier}", description: "Dossiers noticed to be past their date" },
  unsent: { name: "motcua.message.unsent", unit: "{message}", description: "Messages that wait to be sent" },
  givenUp: { name: "motcua.message.given_up", unit: "{message}", description: "Messages that nobody was reached with" },
  oldestUnsent: { name: "motcua.message.oldest_unsent", unit: "s", description: "Age of the oldest that waits" },
} as const;

type Measured = keyof typeof DESK_METRICS;

/**
 * Shows what a desk has in hand as OpenTelemetry metrics. Asked whenever they are collected; what cannot be read is left out
 * then.
 *
 * @param views  where the view is kept that it is read from; without, the log is folded each time
 * @returns      ends it
 *
 * @example
 * const end = observeDesk(metrics.getMeter("motcua"), store, views);
 */
export const observeDesk = (
  meter: Meter,
  log: ProjectedLog & FactLog,
  views?: Pick<ViewStore, "parts" | "load">,
  clock: () => number = Date.now,
): (() => void) => {
  const figures = async (): Promise<DeskFigures | undefined> => {
    const kept = views && (await readView(log, views, inHand)());
    if (kept !== undefined && !isLeft(kept) && kept.right !== null) return deskFigures(kept.right);
    const folded = await project(log, inHand)();
    return isLeft(folded) ? undefined : deskFigures(folded.right);
  };
  const ends = (Object.keys(DESK_METRICS) as ReadonlyArray<Measured>).map((measured) => {
    const { name, ...options } = DESK_METRICS[measured];
    const gauge = meter.createObservableGauge(name, options);
    const observe = async (result: { observe(value: number, attributes: Record<string, string>): void }) => {
      const now = await figures();
      if (now !== undefined) result.observe(measure(now, measured, clock()), {});
    };
    gauge.addCallback(observe);
    return () => gauge.removeCallback(observe);
  });
  return () => {
    for (const end of ends) end();
  };
};

const measure = (figures: DeskFigures, measured: Measured, now: number): number =>
  measured === "oldestUnsent" ? Math.max(0, (now - (figures.oldestUnsent ?? now)) / 1_000) : figures[measured];
