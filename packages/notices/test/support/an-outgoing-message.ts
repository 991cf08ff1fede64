import type { OutgoingMessage } from "../../src/index.js";

/** A message to somebody, by phone. */
export const anOutgoingMessage: OutgoingMessage = {
  key: "5b0f3c2e-7d1c-5a53-9d3e-2f6a9c1e8b47",
  messageId: "0a7b1e5d-6f0e-5b52-8f43-c9f1b8a69c24",
  to: "0912 345 678",
  subject: "Hồ sơ",
  text: "Ho so 0001 da co ket qua.",
  language: "vi",
};
