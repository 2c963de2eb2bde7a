// What the scripts of the page find in the browser besides its own: the drawing library, and where
// they leave what other programs drive the page by.
declare const vis: any;
interface Window {
  actorsPage: any;
}
