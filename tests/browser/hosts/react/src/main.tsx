// A page made by React with the view in it.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Timeline } from "./timeline";

const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode><Timeline /></StrictMode>);
