import { writeSync } from "node:fs";

const clock = new Int32Array(new SharedArrayBuffer(4));

/** Prints before anything else happens, however slowly it is read: a full pipe takes a part, or says that it is full. */
export const print = (text: string): void => {
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "EAGAIN")) throw cause;
      Atomics.wait(clock, 0, 0, 1);
    }
  }
};
