import { register } from "node:module";

register("./compile-relay-tags.js", import.meta.url);
