/**
 * Imported first by every built entry, because imports are hoisted and better-sqlite3 crashes an older Node without a
 * word (its binary asks for Node-API 10; Node 20 has 9). Importing it does no harm; opening a database does.
 */
const NODE_API = 10;

if (Number(process.versions.napi) < NODE_API) {
  console.error(
    `Jianbao needs Node 24.15 or newer; this is Node ${process.versions.node}. Install Node 24 (https://nodejs.org), then run npm ci again.\n` +
      `剪报需要 Node 24.15 或更新的版本；现在是 Node ${process.versions.node}。请安装 Node 24，然后重新运行 npm ci。`,
  );
  process.exit(1);
}
