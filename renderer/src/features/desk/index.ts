export { DeskScreen } from './desk-screen.tsx';
export { SourceBeside } from './source-beside.tsx';
