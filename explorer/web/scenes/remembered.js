// What was made last is kept: several ask for the same.

/**
 * The same object while the choices are the same.
 * @template Choices, Scene
 * @param {(choices: Choices) => Scene} make throws what cannot be made, which is not kept
 * @returns {(choices: Choices) => Scene}
 */
export function remembered(make) {
  let key = "";
  /** @type {Scene | null} */
  let scene = null;
  return (choices) => {
    const asked = JSON.stringify(choices);
    if (scene !== null && asked === key) return scene;
    scene = make(choices);
    key = asked;
    return scene;
  };
}
