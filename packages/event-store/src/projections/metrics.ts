import { isLeft } from "fp-ts/lib/Either.js";
import type { FactLog } from "./fact.js";
import type { ProjectionSource } from "./projection.js";
import { projectionStatus } from "./status.js";
import type { ViewStore } from "./view-store.js";

/** The part of an OpenTelemetry meter that is used: pass one of `@opentelemetry/api`. */
export interface Meter {
  createObservableGauge(name: string, options: { description: string; unit: string }): ObservableGauge;
}

export interface ObservableGauge {
  addCallback(callback: (result: ObservableResult) => Promise<void>): void;
  removeCallback(callback: (result: ObservableResult) => Promise<void>): void;
}

export interface ObservableResult {
  observe(value: number, attributes: Record<string, string | number>): void;
}

/** The names that projections are measured by: here alone, since OpenTelemetry has none for them that stand. */
export const PROJECTION_METRICS = {
  folded: { name: "motcua.projection.folded", unit: "{event}", description: "Events that the view was folded from" },
  lag: { name: "motcua.projection.lag", unit: "{event}", description: "Events of the log that it has not folded yet" },
  stopped: { name: "motcua.projection.stopped", unit: "{part}", description: "Parts that stand still before an event" },
} as const;

type Measured = keyof typeof PROJECTION_METRICS;

/**
 * Shows where projections stand as OpenTelemetry metrics, with the attributes `projection` and `version`. Asked whenever
 * they are collected; what cannot be read is left out then.
 *
 * @returns ends it
 *
 * @example
 * const end = observeProjections(metrics.getMeter("motcua"), store, views, [dossierRows]);
 */
export const observeProjections = (
  meter: Meter,
  log: FactLog,
  views: Pick<ViewStore, "parts">,
  projections: ReadonlyArray<ProjectionSource>,
): (() => void) => {
  const ends = (Object.keys(PROJECTION_METRICS) as ReadonlyArray<Measured>).map((measured) => {
    const { name, ...options } = PROJECTION_METRICS[measured];
    const gauge = meter.createObservableGauge(name, options);
    const observe = async (result: ObservableResult): Promise<void> => {
      for (const projection of projections) {
        const status = await projectionStatus(log, views, projection)();
        if (isLeft(status)) continue;
        const { folded, lag, parts, version } = status.right;
        const stopped = parts.filter(({ deadLetter }) => deadLetter !== null).length;
        result.observe({ folded, lag, stopped }[measured], { projection: projection.name, version });
      }
    };
    gauge.addCallback(observe);
    return () => gauge.removeCallback(observe);
  });
  return () => {
    for (const end of ends) end();
  };
};
