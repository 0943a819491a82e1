#[path = "../benches/edge/contenders.rs"]
mod contenders;
#[path = "../benches/support/figures.rs"]
#[allow(dead_code)]
mod figures;
#[path = "../benches/edge/inputs.rs"]
mod inputs;
#[path = "../benches/support/rounds.rs"]
#[allow(dead_code)]
mod rounds;
#[path = "../benches/edge/typed.rs"]
mod typed;
use rounds::Input as _;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let inputs = inputs::all();
    let input = inputs.iter().find(|i| i.name() == args[2]).unwrap();
    input.prepare();
    let groups = contenders::groups();
    let (_, list) = groups.iter().find(|(g, _)| *g == args[1]).unwrap();
    let c = list.iter().find(|c| c.name == args[3]);
    let n: usize = args[4].parse().unwrap();
    let mut events = 0;
    if let Some(c) = c {
        for _ in 0..n {
            events += (c.run)(input);
        }
    }
    println!("{events}");
}
