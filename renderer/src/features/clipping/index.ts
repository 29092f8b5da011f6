export { drawClipping } from './draw-clipping.ts';
