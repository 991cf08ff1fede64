/** What an error says; its cause is the driver's, of which the message alone is meant for people. */
export const messageOf = (error: object): string => {
  const { cause, ...said } = error as { readonly cause?: unknown };
  return `${JSON.stringify(said)} ${cause instanceof Error ? cause.message : ""}`;
};
