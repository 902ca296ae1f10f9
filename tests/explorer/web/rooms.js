// Rules for `deno lint`: a module imports from its own room and from those before it, and can be linked.

const ROOMS = ["sort", "words", "choices", "scenes", "marks", "ui", "explorers", "hosts"];
const ROOM = /(?<!tests\/)explorer\/web\/(\w+)\/[^/]*$/;
const IMPORTED = /^\.\/|^\.\.\/(\w+)\//;

/**
 * The room that an import leads to: the module's own for "./x.js".
 * @param {string} source
 * @param {string} own
 */
const roomOf = (source, own) => IMPORTED.exec(source)?.[1] ?? (source.startsWith("./") ? own : "");

export default {
  name: "rooms",
  rules: {
    "one-way": {
      /** @param {any} context */
      create(context) {
        const own = ROOM.exec(context.filename.replaceAll("\\", "/"))?.[1];
        if (!own) return {};
        /** @param {any} node */
        const judge = (node) => {
          const source = node.source?.value;
          if (typeof source !== "string") return;
          const room = roomOf(source, own);
          if (
            !ROOMS.includes(own) || !ROOMS.includes(room) ||
            ROOMS.indexOf(room) > ROOMS.indexOf(own)
          ) {
            context.report({
              node,
              message: `explorer/web/${own} may import from ${
                ROOMS.slice(0, ROOMS.indexOf(own) + 1).join(", ")
              }, not ${source}`,
            });
          }
        };
        return {
          ImportDeclaration: judge,
          ExportNamedDeclaration: judge,
          ExportAllDeclaration: judge,
          ImportExpression: judge,
        };
      },
    },
    // The linker takes away what lines begin with, of templates, too.
    "one-line-templates": {
      /** @param {any} context */
      create: (context) => ({
        TemplateElement(/** @type {any} */ node) {
          if (!node.raw.includes("\n")) return;
          context.report({ node, message: "a template must end on the line that it begins on" });
        },
      }),
    },
  },
};
