// The widget that carries the program to all explorers of a kernel.

import { inflated } from "./inflate.js";

/** @import { Model } from "./notebook.js" */

export default {
  /** @param {{model: Model}} context */
  async initialize({ model }) {
    const packed = model.get("packed");
    const [program, rest] = await Promise.all([packed, model.get("rest")].map(inflated));
    const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
    const { show, part } = await import(url);
    URL.revokeObjectURL(url);
    const parts = { packed, ...JSON.parse(rest) };
    return { show: show.bind(null, parts), part: part.bind(null, parts) };
  },
};
