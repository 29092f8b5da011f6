export { AskForRule } from './ask-for-rule.tsx';
export { chooseFiles, chooseFolder, chooseFolderWithRule } from './choosers.ts';
export { DropZone } from './drop-zone.tsx';
export { listenForDrops } from './drops.ts';
export { ImportPanel } from './import-panel.tsx';
export { importSamples } from './import-state.ts';
export { NameFiles } from './name-files.tsx';
