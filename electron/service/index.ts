import './preflight.ts';
