// What `npm run jianbao` and `npm start` run. Plain JavaScript on purpose: an older Node must get as far as this sentence.
if (Number(process.versions.napi) < 10) {
  console.error(
    `Jianbao needs Node 24.15 or newer; this is Node ${process.versions.node}. Install Node 24 (https://nodejs.org), then run npm ci again.\n` +
      `剪报需要 Node 24.15 或更新的版本；现在是 Node ${process.versions.node}。请安装 Node 24，然后重新运行 npm ci。`,
  );
  process.exit(1);
}
const { endWithNpm } = await import('./end-with-npm.ts');
endWithNpm();
const { keepCompiled } = await import('./compile-cache.ts');
keepCompiled();
const { buildIfStale } = await import('./build-if-stale.ts');
if (await buildIfStale()) await import(new URL('../../out/main/cli.js', import.meta.url).href);
else process.exitCode = 1;
