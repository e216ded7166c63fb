// Runs in the page: answers the finder's requests from memory, and asks it lists of questions.
async ([files, script]) => {
  window.asked = [];
  window.fetch = async (address) => {
    const path = new URL(address).pathname.slice(1);
    window.asked.push(path);
    return new Response(files[path], { status: path in files ? 200 : 404 });
  };
  const load = async () => import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const shown = (found) => found.map((each) => [each.name, each.district, each.region.name, each.value]);
  const finder = await load();
  window.ask = async (questions) => {
    const answers = [];
    for (const question of questions) answers.push(shown((await finder.find(question)).slice(0, 150)));
    return answers;
  };
  window.cost = async (questions) => {
    const costs = [];
    for (const question of questions) {
      const fresh = await load();
      window.asked = [];
      await fresh.find(question);
      const paths = [...window.asked];
      const start = performance.now();
      await fresh.find(question);
      costs.push([paths, performance.now() - start]);
    }
    return costs;
  };
}
