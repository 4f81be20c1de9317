// A page built by esbuild, which leaves addresses as they are: the program and the texts are put beside the script.
import "detente-view/define";
