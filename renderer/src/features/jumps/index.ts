export { JumpsScreen } from './jumps-screen.tsx';
