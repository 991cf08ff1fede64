// Lets a child process import the sources as they stand: Node strips the types, this finds `.ts` behind `.js`, and the
// sources of the other packages, so that nothing has to be built first.
import { registerHooks } from "node:module";

const packages = new URL("../../../", import.meta.url);

registerHooks({
  resolve: (specifier, context, next) => {
    const [, name] = /^@motcua\/(.+)$/.exec(specifier) ?? [];
    if (name !== undefined) return next(new URL(`${name}/src/index.ts`, packages).href, context);
    const isOwn = specifier.startsWith(".") && specifier.endsWith(".js") && context.parentURL?.endsWith(".ts");
    return next(isOwn ? specifier.replace(/\.js$/, ".ts") : specifier, context);
  },
});
