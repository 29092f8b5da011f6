import '../service/preflight.ts';
