// Lets a child process of a test import the sources as they stand: Node strips the types, this finds `.ts` behind `.js`
// and behind the names of the packages.
import { registerHooks } from "node:module";

const packages = new URL("../../packages/", import.meta.url);

registerHooks({
  resolve: (specifier, context, next) => {
    const isOwn = specifier.startsWith(".") && specifier.endsWith(".js") && context.parentURL?.endsWith(".ts");
    const name = /^@motcua\/([\w-]+)$/.exec(specifier)?.[1];
    if (name !== undefined) return next(new URL(`${name}/src/index.ts`, packages).href, context);
    return next(isOwn ? specifier.replace(/\.js$/, ".ts") : specifier, context);
  },
});
